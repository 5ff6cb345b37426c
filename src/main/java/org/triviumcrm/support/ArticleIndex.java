package org.triviumcrm.support;

/** What readers find of the knowledge base, made from what is published. */
public interface ArticleIndex {

    /** Makes what is missing of it, for articles that came in some other way than by being published on their page. */
    void complete();
}
