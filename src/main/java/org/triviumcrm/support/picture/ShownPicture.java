package org.triviumcrm.support.picture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** An answer that is a picture within a page. Of whatever else a file may be nothing runs, and no page may guess its kind. */
public final class ShownPicture {

    private ShownPicture() {}

    /**
     * Sets the headers.
     *
     * @param open whether others than this browser may keep it for a while
     * @return whether the browser has it already, so that nothing is to be sent
     */
    public static boolean begin(
            HttpServletRequest request, HttpServletResponse response, ArticlePicture picture, boolean open) {
        String tag = "\"" + picture.sha256() + "\"";
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, open ? "public, max-age=300" : "private, no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy", "default-src 'self'; object-src 'none'; frame-ancestors 'none'; sandbox");
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        response.setContentType(picture.contentType());
        response.setContentLengthLong(picture.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
        return false;
    }
}
