package org.triviumcrm.support.care;

import java.time.LocalDate;

/** A contact's birthday. */
record CareBirthday(long contactId, String name, LocalDate on) {}
