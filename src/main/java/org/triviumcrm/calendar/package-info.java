/** Meetings, calls and tasks by their time: the calendar, what is planned in it, reminders, and the feed that other calendars read. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "customer", "messaging"})
@NullMarked
package org.triviumcrm.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
