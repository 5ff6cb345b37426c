/** Customers, contacts and leads as people who are addressed: chosen, found by what is typed, seen by some. */
@NullMarked
package org.triviumcrm.marketing.people;

import org.jspecify.annotations.NullMarked;
