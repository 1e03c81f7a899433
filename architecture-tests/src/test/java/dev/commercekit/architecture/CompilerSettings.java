package dev.commercekit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What this very build passes to the compiler, read from the effective POM that it wrote before these tests.
 *
 * @param arguments for main and test code
 * @param mainArgument one more for main code
 * @param testArgument one more for test code
 * @param plugins the artifacts on the path of compiler plug-ins
 */
record CompilerSettings(
        List<String> arguments, List<String> mainArgument, List<String> testArgument, List<String> plugins) {
    private static final String COMPILER =
            "/project/build/plugins/plugin[artifactId='maven-compiler-plugin']/configuration/";

    static CompilerSettings inForce() {
        var pom = parse(Path.of(System.getProperty("effective.pom", "target/effective-pom.xml")));
        var release = texts(pom, "/project/properties/maven.compiler.release");
        assertThat(release).hasSize(1);
        var arguments = new ArrayList<>(List.of("--release", release.get(0)));
        arguments.addAll(texts(pom, COMPILER + "compilerArgs/*"));
        return new CompilerSettings(
                List.copyOf(arguments),
                texts(pom, COMPILER + "compilerArgument"),
                texts(pom, COMPILER + "testCompilerArgument"),
                texts(pom, COMPILER + "annotationProcessorPaths/path/artifactId"));
    }

    private static Document parse(Path file) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("no effective POM at " + file + "; run these tests by Maven", e);
        }
    }

    private static List<String> texts(Document pom, String path) {
        try {
            var nodes = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
            var texts = new ArrayList<String>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent().strip());
            }
            return texts;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
