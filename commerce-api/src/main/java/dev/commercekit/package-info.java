/**
 * What every part of CommerceKit shares: the root of its exceptions, idempotency keys, pages, ids and the checks of input at
 * the border.
 */
@NullMarked
package dev.commercekit;

import org.jspecify.annotations.NullMarked;
