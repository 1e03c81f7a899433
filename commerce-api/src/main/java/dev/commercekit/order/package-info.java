/** Orders: what was bought, where it stands, and every event of its life. */
@NullMarked
package dev.commercekit.order;

import org.jspecify.annotations.NullMarked;
