/** When the company works: calendars of business hours and holidays, and the time that passes by them. */
@NullMarked
package org.triviumcrm.support.calendar;

import org.jspecify.annotations.NullMarked;
