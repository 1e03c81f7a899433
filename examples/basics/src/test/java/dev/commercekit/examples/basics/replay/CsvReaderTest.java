package dev.commercekit.examples.basics.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
    @Test
    void aFieldInQuotesHoldsCommasQuotesAndLineBreaks() {
        assertThat(rows("a,\"b, \"\"c\"\"\",\r\n\"two\nlines\",\"\",\"\"\"\"\n"))
                .extracting(CsvReader.Row::fields)
                .containsExactly(List.of("a", "b, \"c\"", ""), List.of("two\nlines", "", "\""));
    }

    @Test
    void rowsAreNumberedByTheirFirstLineAndBlankLinesAreNone() {
        assertThat(rows("a,b,c\n\n\"d\ne\",f,g\nh,i,j"))
                .extracting(CsvReader.Row::line)
                .containsExactly(1, 3, 5);
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotSwallowTheLinesBelow() {
        var rows = rows("a,\"b,c\nd,e,f\ng,h,i\n");

        assertThat(rows.get(0).fault()).contains("has a quote that is not closed");
        assertThat(rows).extracting(CsvReader.Row::line).containsExactly(1, 2, 3);
        assertThat(rows.get(2).fields()).containsExactly("g", "h", "i");
    }

    @Test
    void aQuoteThatIsClosedLinesLaterDoesNotSwallowThemEither() {
        var rows = rows("a,\"b,c\nd,e,f\ng,\"h\",i\n");

        assertThat(rows).extracting(CsvReader.Row::line).containsExactly(1, 2, 3);
        assertThat(rows).extracting(row -> row.fault().isPresent()).containsExactly(true, false, false);
    }

    @Test
    void otherFaultsAreNamed() {
        assertThat(rows("a,b\na,b,c,d\na,b\"b\"b,c\na,\"b\"b,c\n"))
                .extracting(row -> row.fault().orElse(""))
                .containsExactly(
                        "has 2 fields instead of 3",
                        "has 4 fields instead of 3",
                        "has a quote in the middle of a field",
                        "has a quote in the middle of a field");
    }

    private static List<CsvReader.Row> rows(String text) {
        var reader = new CsvReader(text, 3);
        List<CsvReader.Row> rows = new ArrayList<>();
        for (Optional<CsvReader.Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }
}
