/** How records, sealed types and texts are read and written, by reflection and without annotations. */
@NullMarked
package dev.commercekit.json.wire;

import org.jspecify.annotations.NullMarked;
