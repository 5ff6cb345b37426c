/**
 * What a module implements so that its records can be imported. It lies in {@code shared} because the modules below
 * {@code exchange} implement it as well as those above.
 */
@NullMarked
package org.triviumcrm.shared.exchange;

import org.jspecify.annotations.NullMarked;
