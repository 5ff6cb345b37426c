package org.triviumcrm.support.picture;

import org.triviumcrm.support.article.ArticlePictures;

/**
 * A picture of an article.
 *
 * @param alt what it shows, for whoever doesn't see it
 * @param size in bytes
 * @param sha256 in hexadecimal digits
 * @param used whether words of the article show it, or did in some version
 */
public record ArticlePicture(
        long id, long articleId, String name, String alt, String contentType, long size, String sha256, boolean used) {

    public String address() {
        return ArticlePictures.inside(articleId).apply(id);
    }

    /** What puts it into the words. */
    public String markdown() {
        return ArticlePictures.markdown(alt, id);
    }
}
