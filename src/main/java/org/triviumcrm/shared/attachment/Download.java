package org.triviumcrm.shared.attachment;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** An answer that is a file: it is downloaded, never shown, so that what somebody has sent does not run in this application's name. */
public final class Download {

    private Download() {}

    /** Sets the headers. @param size in bytes */
    public static void begin(HttpServletResponse response, String name, String contentType, long size) {
        response.setContentType(contentType);
        response.setContentLengthLong(size);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
