/** Text: that of documents, while it grows, and the forms of single values. */
@NullMarked
package dev.commercekit.json.text;

import org.jspecify.annotations.NullMarked;
