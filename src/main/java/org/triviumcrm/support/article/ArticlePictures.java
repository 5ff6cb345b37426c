package org.triviumcrm.support.article;

import java.util.function.LongFunction;

/** How the words of an article name its pictures, and where these are found. */
public final class ArticlePictures {

    private ArticlePictures() {}

    /** For colleagues. */
    public static LongFunction<String> inside(long articleId) {
        return id -> ArticleList.PATH + "/" + articleId + "/pictures/" + id;
    }

    /** For everybody, beside the public article in a language. */
    public static LongFunction<String> outside(long articleId, String tag) {
        return id -> "/help/" + tag + "/articles/" + articleId + "/pictures/" + id;
    }

    /** What stands in the words. @param alt what the picture shows; a bracket would end it */
    public static String markdown(String alt, long id) {
        return "![" + alt.replaceAll("[\\[\\]\\\\\\r\\n]", " ").strip() + "](picture:" + id + ")";
    }
}
