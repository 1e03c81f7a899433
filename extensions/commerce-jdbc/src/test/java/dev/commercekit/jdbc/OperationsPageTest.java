package dev.commercekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.core.Commerce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What the page on operations says of PostgreSQL compiles and runs. */
class OperationsPageTest {

    private static final Path PAGE = Path.of("../../docs/operations.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/commercekit/jdbc/OperationsPageTest.java");

    @Test
    void theShopOpensAndItsQueriesRun() throws Exception {
        PostgresServer.execute("CREATE DATABASE operations");
        String url = "jdbc:postgresql://localhost:" + PostgresServer.port() + "/operations?user=postgres";
        try (var pool = pool(url);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String query :
                    between(Files.readString(PAGE), "```sql\n", "```").split(";", -1)) {
                if (!query.isBlank()) {
                    assertThat(statement.executeQuery(query).next()).isTrue();
                }
            }
        }
    }

    @Test
    void thePageShowsWhatCompiles() throws IOException {
        String sample =
                between(Files.readString(SOURCE), "HikariDataSource pool(String url) {\n", "        try (shop)");
        assertThat(Files.readString(PAGE))
                .contains("```java\n" + sample.stripTrailing().stripIndent() + "\n```\n");
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url); // jdbc:postgresql://host/database
        pool.setMaximumPoolSize(8);
        pool.setConnectionTimeout(5_000);
        pool.addDataSourceProperty("socketTimeout", "30");
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        var shop = Commerce.builder().storage(JdbcStorage.on(pool)).build();
        try (shop) {
            return pool;
        }
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
