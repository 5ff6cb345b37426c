/** Work that goes on in the background, on any node. */
@NullMarked
package org.triviumcrm.shared.job;

import org.jspecify.annotations.NullMarked;
