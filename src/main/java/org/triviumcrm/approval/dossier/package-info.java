/** Cases: one request for an approval each, from submitting to what was decided, with everything that was said on the way. */
@NullMarked
package org.triviumcrm.approval.dossier;

import org.jspecify.annotations.NullMarked;
