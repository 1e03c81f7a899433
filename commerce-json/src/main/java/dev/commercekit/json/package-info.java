/**
 * The wire form of every value of the api: what is stored, sent and called with. {@link dev.commercekit.json.CommerceJson} is
 * the entry and says the rules.
 */
@NullMarked
package dev.commercekit.json;

import org.jspecify.annotations.NullMarked;
