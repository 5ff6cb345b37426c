package org.triviumcrm.support.message;

/** A file that the HTML of its message shows. @param contentId as the HTML calls it */
public record ShownFile(long id, String contentId) {}
