package dev.commercekit.catalog;

import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.VersionConflictException;
import dev.commercekit.account.PermissionDeniedException;
import java.util.Optional;

/**
 * What can be sold. Commands set values under ids that the caller gives, so they may be repeated. Thread-safe.
 *
 * <p>Commands need the permission {@code MANAGE_CATALOG}, otherwise they throw a {@link PermissionDeniedException}.
 */
public interface Catalog {

    /**
     * Puts a product, whatever stood there before; the last one to put wins.
     *
     * @throws SkuTakenException if another product has one of its SKUs
     */
    CatalogEntry put(Product product);

    /**
     * Puts a product at the version that the caller has seen; 0 for one that is not there. Putting the very same product again
     * is answered as the first time.
     *
     * @throws VersionConflictException if another version stands there
     * @throws SkuTakenException if another product has one of its SKUs
     */
    CatalogEntry put(Product product, long version);

    /** Takes a product out of the catalog and returns whether it was there. Carts keep their lines; quotes refuse them. */
    boolean remove(ProductId id);

    /** Returns the product with the given id. */
    Optional<CatalogEntry> find(ProductId id);

    /** Returns the product that has a variant with the given SKU. */
    Optional<CatalogEntry> find(Sku sku);

    /** Returns the products in the order of their ids. */
    Page<CatalogEntry> browse(PageRequest page);
}
