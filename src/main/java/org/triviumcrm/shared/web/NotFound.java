package org.triviumcrm.shared.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What does not exist, or does not exist for this viewer: the two look the same. Becomes the 404 page. */
public class NotFound extends ResponseStatusException {

    private static final long serialVersionUID = 1;

    public NotFound() {
        super(HttpStatus.NOT_FOUND);
    }
}
