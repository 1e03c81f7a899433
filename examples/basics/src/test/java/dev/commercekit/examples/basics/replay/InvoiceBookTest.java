package dev.commercekit.examples.basics.replay;

import static dev.commercekit.examples.basics.replay.Months.line;
import static dev.commercekit.examples.basics.replay.Months.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.examples.basics.command.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceBookTest {
    @TempDir
    Path folder;

    @Test
    void everyInvoiceHasOneMeaningAndItsPlaceIsThatOfItsFirstLine() throws Exception {
        var book = InvoiceBook.read(Months.OURS);

        assertThat(book.bad()).isEmpty();
        assertThat(book.rows()).isEqualTo(30);
        assertThat(book.lines(Invoice.Kind.ORDER)).isEqualTo(13);
        assertThat(book.lines(Invoice.Kind.ADJUSTMENT)).isEqualTo(4);
        assertThat(book.lines(Invoice.Kind.RETURN)).isEqualTo(12);
        assertThat(book.lines(Invoice.Kind.LEDGER)).isEqualTo(1);
        assertThat(book.of(Invoice.Kind.ORDER))
                .extracting(Invoice::number)
                .containsExactly("700001", "700002", "700007", "700009", "700013", "700019");
        assertThat(book.of(Invoice.Kind.ORDER).get(2).lines())
                .extracting(line -> line.file() + ":" + line.row())
                .containsExactly("2024-03-01.csv:14", "2024-03-01.csv:15", "2024-03-02.csv:2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
            1,10001,X,two,2024-03-01 09:00:00,1.0,,UK     | Quantity: must be a whole number
            1,10001,X,0,2024-03-01 09:00:00,1.0,,UK       | Quantity: must not be 0
            1,10001,X,1000001,2024-03-01 09:00:00,1.0,,UK | Quantity: must be between -1000000 and 1000000
            1,10001,X,1,2024-02-30 09:00:00,1.0,,UK       | InvoiceDate: must be a time such as 2010-12-01 08:26:00
            1,10001,X,1,2024-03-01 09:00:00,1e3,,UK       | UnitPrice: must be a decimal number
            ,10001,X,1,2024-03-01 09:00:00,1.0,,UK        | InvoiceNo: must not be empty
            1,,X,1,2024-03-01 09:00:00,1.0,,UK            | StockCode: must not be empty
            1,é,X,1,2024-03-01 09:00:00,1.0,,UK           | StockCode: must be printable ASCII
            1,10001,X,1,2024-03-01 09:00:00,1.0,,         | Country: must not be empty
            1,10001,X,1,2024-03-01 09:00:00,1.0,é,UK      | CustomerID: must be printable ASCII
            1,10001,X,1                                   | has 4 fields instead of 8
            1,10001,"X,1,2024-03-01 09:00:00,1.0,,UK      | has a quote that is not closed
            C1,10001,X,1,2024-03-01 09:00:00,1.0,,UK      | Quantity: must be below zero in a return
            """)
    void aLineThatMeansNothingIsToldWithItsPlaceAndReason(String bad, String reason) throws Exception {
        write(folder, "a.csv", line("7", "10001", "1", "1.0"));
        write(folder, "b.csv", line("8", "10001", "1", "1.0"), bad, line("8", "10001", "1", "1.0"));

        var book = InvoiceBook.read(folder);

        assertThat(book.bad()).extracting(BadLine::toString).containsExactly("b.csv:3: " + reason);
        assertThat(book.rows()).isEqualTo(4);
        assertThat(book.lines(Invoice.Kind.ORDER)).isEqualTo(3);
    }

    @Test
    void whatContradictsTheRestOfItsInvoiceIsBad() throws Exception {
        write(
                folder,
                "a.csv",
                line("7", "10001", "5", "1.0"),
                line("7", "10001", "-1", "1.0"),
                line("7", "D", "1", "-0.5"),
                line("7", "10001", "1", "1.0").replace("501.0", "502.0"),
                line("7", "10001", "1", "1.0").replace("United Kingdom", "EIRE"));

        assertThat(InvoiceBook.read(folder).bad())
                .extracting(BadLine::toString)
                .containsExactly(
                        "a.csv:3: Quantity: must be above zero in an order",
                        "a.csv:4: UnitPrice: must not be negative in an order",
                        "a.csv:5: has another buyer than the first line of invoice 7",
                        "a.csv:6: has another buyer than the first line of invoice 7");
    }

    @Test
    void anOrderHasNoMoreLinesThanACartTakes() throws Exception {
        write(
                folder,
                "a.csv",
                IntStream.rangeClosed(1, 1_201)
                        .mapToObj(i -> line("7", "10001", "1", "0.01"))
                        .collect(Collectors.joining("\n")));

        var book = InvoiceBook.read(folder);

        assertThat(book.lines(Invoice.Kind.ORDER)).isEqualTo(1_200);
        assertThat(book.bad())
                .extracting(BadLine::toString)
                .containsExactly("a.csv:1202: is one line more than an order can have");
    }

    @Test
    void lineTotalsAreRoundedAndOnlyTheirSumMakesAnOrder() throws Exception {
        write(
                folder,
                "a.csv",
                line("1", "PADS", "1", "0.001"),
                line("2", "PADS", "5", "0.001"),
                line("3", "10001", "2", "0.0"),
                line("3", "D", "-1", "3.0"));

        assertThat(InvoiceBook.read(folder).invoices())
                .extracting(invoice -> invoice.kind() + " " + invoice.total())
                .containsExactly("ADJUSTMENT 0.00 GBP", "ORDER 0.01 GBP", "ADJUSTMENT -3.00 GBP");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "\uFEFF" + String.join(",", InvoiceLine.COLUMNS) + "\n");

        assertThat(InvoiceBook.read(folder).rows()).isZero();
    }

    @Test
    void bytesThatAreNoTextSpoilOnlyTheirLine() throws Exception {
        write(folder, "a.csv", line("7", "10001", "1", "1.0"), line("7", "10002", "1", "1.0"));
        var bytes = Files.readAllBytes(folder.resolve("a.csv"));
        bytes[new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("10002")] = (byte) 0xA3;
        Files.write(folder.resolve("a.csv"), bytes);

        assertThat(InvoiceBook.read(folder).bad())
                .extracting(BadLine::toString)
                .containsExactly("a.csv:3: StockCode: must be printable ASCII");
    }

    @Test
    void aFolderWithoutInvoicesIsRefused() throws IOException {
        assertThatThrownBy(() -> InvoiceBook.read(folder.resolve("nowhere")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("there is no folder ");
        Files.writeString(folder.resolve("README.md"), "nothing");
        assertThatThrownBy(() -> InvoiceBook.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("there is no CSV file in ");
    }

    @Test
    void aFileOfAnotherFormatIsRefused() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "Invoice,StockCode\n1,2\n");

        assertThatThrownBy(() -> InvoiceBook.read(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("a.csv:1: must be the header InvoiceNo,StockCode,");
    }
}
