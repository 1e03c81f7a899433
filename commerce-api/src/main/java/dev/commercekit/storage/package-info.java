/**
 * Storage as a small, generic port: tables are data, and write sets are the only way in which money, stock, orders and
 * workflows change. An adapter implements {@link dev.commercekit.storage.Storage} once and never grows with a feature.
 */
@NullMarked
package dev.commercekit.storage;

import org.jspecify.annotations.NullMarked;
