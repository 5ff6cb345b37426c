package org.triviumcrm.support.portal;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.SignInArea;

/** The portal has a session of its own, beside that of the people of the company in the same browser. */
@Component
class PortalArea implements SignInArea {

    static final String PATH = "/portal";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String cookie() {
        return "PORTAL";
    }
}
