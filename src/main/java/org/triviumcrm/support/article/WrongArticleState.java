package org.triviumcrm.support.article;

/** What an article can't become as things are; somebody may have been faster. */
public class WrongArticleState extends RuntimeException {

    private static final long serialVersionUID = 1;
}
