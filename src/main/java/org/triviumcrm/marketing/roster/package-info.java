/** People whom a file names: found among customers, contacts and leads, or made leads, and put somewhere. */
@NullMarked
package org.triviumcrm.marketing.roster;

import org.jspecify.annotations.NullMarked;
