package dev.commercekit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.stream.Stream;

/** What a member shows of its types. */
final class Signatures {
    private Signatures() {}

    /** The types of a field, or of parameters and result; type arguments and elements of arrays too. */
    static Stream<JavaClass> typesIn(JavaMember member) {
        var types = member instanceof JavaCodeUnit code
                ? Stream.concat(Stream.<JavaType>of(code.getReturnType()), code.getParameterTypes().stream())
                : Stream.of(((JavaField) member).getType());
        return types.flatMap(type -> type.getAllInvolvedRawTypes().stream()).map(JavaClass::getBaseComponentType);
    }
}
