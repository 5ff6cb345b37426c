package org.triviumcrm.support.help;

/** An article in a list. @param summary how it begins */
public record HelpEntry(long id, String title, String summary) {}
