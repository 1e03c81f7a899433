package dev.commercekit.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.List;

/** What a mapper must be told so that it neither turns one kind of JSON value into another nor lets null into a list. */
final class Strictness {

    private Strictness() {}

    static JsonMapper.Builder applyTo(JsonMapper.Builder builder) {
        return builder.defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .withCoercionConfigDefaults(Strictness::forbid)
                .withCoercionConfig(
                        LogicalType.Float,
                        coercions -> coercions.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert));
    }

    private static void forbid(MutableCoercionConfig coercions) {
        List.of(CoercionInputShape.values()).forEach(shape -> coercions.setCoercion(shape, CoercionAction.Fail));
    }
}
