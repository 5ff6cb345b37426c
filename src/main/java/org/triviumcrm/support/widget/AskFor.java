package org.triviumcrm.support.widget;

/** Whether a visitor is asked for something before the talk. */
public enum AskFor {
    NO,
    OPTIONAL,
    REQUIRED
}
