package org.triviumcrm.support.visitor;

/** An article that may help a visitor. @param path of its page on the public help site */
record OfferedArticle(long id, String title, String extract, String path) {}
