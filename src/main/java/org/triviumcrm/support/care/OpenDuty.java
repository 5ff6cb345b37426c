package org.triviumcrm.support.care;

/** A duty whose task is still open. */
record OpenDuty(long id, long taskId) {}
