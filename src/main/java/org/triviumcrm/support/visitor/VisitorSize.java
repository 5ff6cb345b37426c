package org.triviumcrm.support.visitor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Visitors send one file at a time: nothing larger is read at all. After the filters that let websites read the answer and set the headers that keep it safe; none of them reads what was sent. */
@Component
@Order(0)
class VisitorSize extends OncePerRequestFilter {

    /** In bytes: 21 MB, a file of the largest size with what is around it. */
    private static final long LARGEST = 21L << 20;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith("/chat/");
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
