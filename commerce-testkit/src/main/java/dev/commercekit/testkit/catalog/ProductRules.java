package dev.commercekit.testkit.catalog;

import static dev.commercekit.testkit.Refusals.denied;
import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.commercekit.VersionConflictException;
import dev.commercekit.account.Permission;
import dev.commercekit.account.Principal;
import dev.commercekit.catalog.CatalogEntry;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.ProductId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.catalog.SkuTakenException;
import dev.commercekit.catalog.Variant;
import dev.commercekit.money.Price;
import dev.commercekit.testkit.Refusals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Putting, finding and removing products. */
abstract class ProductRules extends CatalogFixture {

    @Test
    void anEmptyCatalogHasNothing() {
        assertThat(catalog.find(SHIRT)).isEmpty();
        assertThat(catalog.find(Sku.of("s"))).isEmpty();
        assertThat(browsed(10)).isEmpty();
    }

    @Test
    void aProductComesBackAsItWasPut() {
        Variant red = new Variant(
                Sku.of("red S"),
                Map.of("colour", "röd", "size", "S"),
                List.of(Price.of("0.0125", "GBP"), Price.of("3", "JPY")));
        Product product = new Product(
                SHIRT,
                "Shirt 👕",
                Optional.of("<b>\"Soft\" & warm</b>\r\n\tand \\dry\n"),
                List.of(red, Variant.of(Sku.of("RED S"), PRICE)),
                Map.of("b", "2", "a", "1"));
        assertThat(catalog.put(product)).isEqualTo(new CatalogEntry(product, 1));
        stands(product, 1);
        assertThat(second.find(Sku.of("Red S"))).isEmpty();
    }

    @Test
    void theLastOneToPutWins() {
        Product shirt = product("shirt", "s", "m");
        catalog.put(shirt);
        Product other = named("Blouse", product("shirt", "m", "l"));
        assertThat(second.put(other)).isEqualTo(new CatalogEntry(other, 2));
        stands(other, 2);
        assertThat(catalog.find(Sku.of("s"))).isEmpty();
    }

    @Test
    void aProductIsPutAtTheVersionThatTheCallerHasSeen() {
        Product shirt = product("shirt", "s");
        assertThat(catalog.put(shirt, 0).version()).isEqualTo(1);
        Product blouse = named("Blouse", shirt);
        assertThat(second.put(blouse, 1).version()).isEqualTo(2);
        conflicts(1, named("Coat", shirt));
        conflicts(3, named("Coat", shirt));
        conflicts(0, named("Coat", shirt));
        stands(blouse, 2);
    }

    @Test
    void aProductThatIsNotThereHasVersionZero() {
        conflicts(1, product("shirt", "s"));
        assertThat(catalog.find(SHIRT)).isEmpty();
        assertThat(catalog.find(Sku.of("s"))).isEmpty();
    }

    private void conflicts(long version, Product product) {
        VersionConflictException refused =
                catchThrowableOfType(VersionConflictException.class, () -> catalog.put(product, version));
        assertThat(refused).isNotNull();
        assertThat(refused.kind()).isEqualTo("product");
        assertThat(refused.id()).isEqualTo(product.id().value());
        assertThat(refused.expected()).isEqualTo(version);
    }

    @Test
    void puttingTheVerySameProductAgainIsAnsweredAsTheFirstTime() {
        Product shirt = product("shirt", "s");
        CatalogEntry first = catalog.put(shirt, 0);
        assertThat(second.put(shirt, 0)).isEqualTo(first);
        Product blouse = named("Blouse", shirt);
        CatalogEntry next = catalog.put(blouse, 1);
        assertThat(second.put(blouse, 1)).isEqualTo(next);
        stands(blouse, 2);
    }

    @Test
    void aSkuBelongsToOneProduct() {
        Product shirt = product("shirt", "s", "m");
        catalog.put(shirt);
        taken("m", () -> second.put(product("coat", "l", "m")));
        taken("s", () -> second.put(product("coat", "s"), 0));
        assertThat(catalog.find(ProductId.of("coat"))).isEmpty();
        assertThat(catalog.find(Sku.of("l"))).isEmpty();
        stands(shirt, 1);
    }

    private static void taken(String sku, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        SkuTakenException refused = catchThrowableOfType(SkuTakenException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.sku()).isEqualTo(Sku.of(sku));
        assertThat(refused.owner()).isEqualTo(SHIRT);
    }

    @Test
    void aSkuThatWasGivenUpIsFree() {
        catalog.put(product("shirt", "s", "m"));
        Product slim = product("shirt", "s");
        catalog.put(slim);
        Product coat = product("coat", "m");
        second.put(coat);
        stands(coat, 1);
        stands(slim, 2);
        catalog.remove(SHIRT);
        Product wide = product("coat", "m", "s");
        second.put(wide);
        stands(wide, 2);
    }

    @Test
    void aRemovedProductIsGone() {
        catalog.put(product("shirt", "s"));
        assertThat(second.remove(SHIRT)).isTrue();
        assertThat(catalog.remove(SHIRT)).isFalse();
        assertThat(catalog.find(SHIRT)).isEmpty();
        assertThat(catalog.find(Sku.of("s"))).isEmpty();
        assertThat(browsed(10)).isEmpty();
        assertThat(catalog.remove(ProductId.of("never"))).isFalse();
    }

    @Test
    void whoSawAProductBeforeItsRemovalDoesNotOverwriteWhatCameAfter() {
        Product shirt = product("shirt", "s");
        long seen = catalog.put(shirt).version();
        catalog.remove(SHIRT);
        Product blouse = named("Blouse", shirt);
        CatalogEntry back = catalog.put(blouse, 0);
        stands(blouse, back.version());
        conflicts(seen, named("Coat", shirt));
        stands(blouse, back.version());
    }

    @Test
    void aProductHasUpTo200Variants() {
        String[] skus = IntStream.range(0, 200).mapToObj(i -> "sku " + i).toArray(String[]::new);
        Product large = product("large", skus);
        catalog.put(large);
        stands(large, 1);
        invalid(
                "variants",
                () -> product(
                        "huge",
                        IntStream.range(0, 201).mapToObj(Integer::toString).toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void aVersionIsNeverNegative(long version) {
        invalid("version", () -> catalog.put(product("shirt", "s"), version));
        assertThat(catalog.find(SHIRT)).isEmpty();
    }

    @Test
    void nothingMayBeMissing() {
        invalid("product", () -> catalog.put(missing()));
        invalid("product", () -> catalog.put(missing(), 0));
        invalid("productId", () -> catalog.remove(missing()));
        ProductId noId = missing();
        invalid("productId", () -> catalog.find(noId));
        Sku noSku = missing();
        invalid("sku", () -> catalog.find(noSku));
        invalid("page", () -> catalog.browse(missing()));
    }

    @Test
    void badTextIsRefusedByTheProductItself() {
        invalid("name", () -> named("bell\7", product("shirt", "s")));
        invalid("name", () -> named("4111111111111111", product("shirt", "s")));
        invalid("name", () -> named("x".repeat(201), product("shirt", "s")));
        invalid("sku", () -> product("shirt", "x".repeat(65)));
        invalid("sku", () -> product("shirt", " s"));
        invalid("variants", () -> product("shirt", "s", "s"));
        invalid("variants", () -> product("shirt"));
    }

    @Test
    void commandsNeedThePermissionToManageTheCatalog() {
        Product shirt = product("shirt", "s");
        denied(Permission.MANAGE_CATALOG, () -> catalog.put(shirt));
        denied(Permission.MANAGE_CATALOG, () -> catalog.put(shirt, 0));
        Refusals.as(Principal.of("editor", Permission.MANAGE_CATALOG), () -> catalog.put(shirt));
        denied(Permission.MANAGE_CATALOG, () -> catalog.remove(SHIRT));
        stands(shirt, 1);
        Refusals.as(Principal.of("anybody"), () -> stands(shirt, 1));
    }
}
