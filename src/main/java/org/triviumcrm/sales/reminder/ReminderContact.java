package org.triviumcrm.sales.reminder;

/** Somebody who can be written to. */
record ReminderContact(long id, String name, String email) {}
