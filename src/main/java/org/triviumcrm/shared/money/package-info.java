/** Arithmetic of money, without any record. */
@NullMarked
package org.triviumcrm.shared.money;

import org.jspecify.annotations.NullMarked;
