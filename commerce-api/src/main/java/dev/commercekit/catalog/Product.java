package dev.commercekit.catalog;

import dev.commercekit.Input;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is sold in one or more variants.
 *
 * @param id its name for ever
 * @param name what buyers read, up to 200 characters
 * @param description more of it, up to 10,000 characters, in one line or several
 * @param variants 1 to 200 variants with different SKUs
 * @param attributes what the host wants to keep with it, at most 50
 */
public record Product(
        ProductId id,
        String name,
        Optional<String> description,
        List<Variant> variants,
        Map<String, String> attributes) {

    /** Checks every part. */
    public Product {
        Input.required(id, "productId");
        Input.text(name, "name", 200);
        Input.lines(description, "description", 10_000);
        variants = Input.list(variants, "variants", 200);
        Input.that(!variants.isEmpty(), "variants", "must not be empty");
        attributes = Input.attributes(attributes, "attributes", 50);
        Set<Sku> skus = new HashSet<>();
        for (Variant variant : variants) {
            Input.that(skus.add(variant.sku()), "variants", "must have different SKUs");
        }
    }

    /** Returns a product of one variant at one price, whose id is the text of its SKU. */
    public static Product of(Sku sku, String name, Price price) {
        return new Product(
                new ProductId(Input.required(sku, "sku").value()),
                name,
                Optional.empty(),
                List.of(Variant.of(sku, price)),
                Map.of());
    }

    /** Returns a product of one variant at one price, whose id is the text of its SKU. */
    public static Product of(Sku sku, String name, Money price) {
        return of(sku, name, Price.of(price));
    }

    /** Returns the variant with the given SKU, if the product has it. */
    public Optional<Variant> variant(Sku sku) {
        for (Variant variant : variants) {
            if (variant.sku().equals(sku)) {
                return Optional.of(variant);
            }
        }
        return Optional.empty();
    }

    /** Returns the same product with a description. */
    public Product describedAs(String text) {
        return new Product(id, name, Optional.of(Input.required(text, "description")), variants, attributes);
    }

    /** Returns the same product with these variants instead. */
    public Product withVariants(List<Variant> others) {
        return new Product(id, name, description, others, attributes);
    }

    /** Returns the same product with these attributes instead. */
    public Product withAttributes(Map<String, String> others) {
        return new Product(id, name, description, variants, others);
    }
}
