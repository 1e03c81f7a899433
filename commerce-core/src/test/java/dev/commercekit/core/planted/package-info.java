/**
 * Tests of the tests: each of many small mistakes is planted in the production code, alone, and the suite must notice. The
 * mistakes are written down in the resources of this package.
 */
package dev.commercekit.core.planted;
