/** What model checking needs: the calls that contenders make, the sequential model of them, and how long to look. */
package dev.commercekit.core.lincheck;
