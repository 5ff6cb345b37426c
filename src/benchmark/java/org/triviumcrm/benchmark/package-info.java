/**
 * Fills a database with a million customers and measures the pages against it. Not part of {@code mvn verify}: see
 * docs/performance.md for the commands.
 */
@NullMarked
package org.triviumcrm.benchmark;

import org.jspecify.annotations.NullMarked;
