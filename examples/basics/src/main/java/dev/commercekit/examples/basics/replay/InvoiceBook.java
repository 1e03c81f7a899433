package dev.commercekit.examples.basics.replay;

import dev.commercekit.InvalidInputException;
import dev.commercekit.examples.basics.command.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All invoices of a folder.
 *
 * @param invoices the invoices, in the order of their first lines
 * @param bad the lines that mean nothing, in the order of the files
 * @param rows how many lines the files have, without their headers
 */
record InvoiceBook(List<Invoice> invoices, List<BadLine> bad, long rows) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads every CSV file in a folder, in the order of their names.
     *
     * @throws UsageException if the folder holds nothing to read, or a file is of another format
     */
    static InvoiceBook read(Path folder) throws UsageException, IOException {
        List<Path> files = files(folder);
        List<BadLine> bad = new ArrayList<>();
        Map<String, List<InvoiceLine>> byNumber = new LinkedHashMap<>();
        long rows = 0;
        for (Path file : files) {
            rows += read(file, byNumber, bad);
        }
        List<Invoice> invoices = new ArrayList<>();
        byNumber.forEach((number, lines) -> Invoice.of(number, lines, bad::add).ifPresent(invoices::add));
        bad.sort(Comparator.comparing(BadLine::file).thenComparing(BadLine::line));
        return new InvoiceBook(invoices, bad, rows);
    }

    /** Returns the invoices of one kind, in order. */
    List<Invoice> of(Invoice.Kind kind) {
        return invoices.stream().filter(invoice -> invoice.kind() == kind).toList();
    }

    /** Returns how many lines the invoices of one kind have. */
    long lines(Invoice.Kind kind) {
        return of(kind).stream().mapToLong(invoice -> invoice.lines().size()).sum();
    }

    private static List<Path> files(Path folder) throws UsageException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("there is no folder " + folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(
                            file -> name(file).toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .sorted(Comparator.comparing(InvoiceBook::name))
                    .toList();
            if (files.isEmpty()) {
                throw new UsageException("there is no CSV file in " + folder);
            }
            return files;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static long read(Path path, Map<String, List<InvoiceLine>> byNumber, List<BadLine> bad)
            throws UsageException, IOException {
        String file = name(path);
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        CsvReader csv =
                new CsvReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, InvoiceLine.COLUMNS.size());
        Optional<CsvReader.Row> row = csv.next();
        if (row.filter(header -> header.fields().equals(InvoiceLine.COLUMNS)).isEmpty()) {
            throw new UsageException(file + ":1: must be the header " + String.join(",", InvoiceLine.COLUMNS));
        }
        long rows = 0;
        for (row = csv.next(); row.isPresent(); row = csv.next()) {
            rows++;
            int line = row.get().line();
            row.get().fault().ifPresent(reason -> bad.add(new BadLine(file, line, reason)));
            if (row.get().fault().isEmpty()) {
                try {
                    InvoiceLine read = InvoiceLine.of(file, line, row.get().fields());
                    byNumber.computeIfAbsent(read.invoice(), number -> new ArrayList<>())
                            .add(read);
                } catch (InvalidInputException meaningless) {
                    bad.add(new BadLine(file, line, meaningless.field() + ": " + meaningless.reason()));
                }
            }
        }
        return rows;
    }
}
