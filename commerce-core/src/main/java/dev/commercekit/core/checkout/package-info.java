/** The checkout as a service: it starts, joins and replays checkouts, lets them expire, and takes in notifications. */
@NullMarked
package dev.commercekit.core.checkout;

import org.jspecify.annotations.NullMarked;
