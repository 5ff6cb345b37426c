package org.triviumcrm.survey.sheet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who is not signed in sends no more than a few files: nothing larger is read at all. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class SheetSize extends OncePerRequestFilter {

    /** In bytes: 64 MB, a few files of the largest size. */
    private static final long LARGEST = 64L << 20;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.startsWith(SheetController.PATH + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean parts = type != null && type.startsWith("multipart/");
        if (request.getContentLengthLong() > LARGEST || parts && request.getContentLengthLong() < 0) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        chain.doFilter(request, response);
    }
}
