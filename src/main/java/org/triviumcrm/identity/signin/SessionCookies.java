package org.triviumcrm.identity.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.SignInArea;

/** Each area has a session of its own, known by a cookie of its own: who is signed in to one is not in another. */
@Component
class SessionCookies implements CookieSerializer {

    private final CookieSerializer inside;
    private final Map<String, CookieSerializer> areas = new LinkedHashMap<>();

    SessionCookies(ServerProperties server, List<SignInArea> others) {
        Cookie cookie = server.getServlet().getSession().getCookie();
        String context = server.getServlet().getContextPath();
        this.inside = serializer(cookie);
        for (SignInArea area : others) {
            DefaultCookieSerializer own = serializer(cookie);
            own.setCookieName(area.cookie());
            own.setCookiePath((context == null ? "" : context) + area.path());
            areas.put(area.path(), own);
        }
    }

    private static DefaultCookieSerializer serializer(Cookie cookie) {
        DefaultCookieSerializer serializer = new DefaultCookieSerializer();
        PropertyMapper map = PropertyMapper.get();
        map.from(cookie::getName).to(serializer::setCookieName);
        map.from(cookie::getDomain).to(serializer::setDomainName);
        map.from(cookie::getPath).to(serializer::setCookiePath);
        map.from(cookie::getHttpOnly).to(serializer::setUseHttpOnlyCookie);
        map.from(cookie::getSecure).to(serializer::setUseSecureCookie);
        map.from(cookie::getMaxAge).asInt(age -> (int) age.toSeconds()).to(serializer::setCookieMaxAge);
        map.from(cookie::getSameSite).as(Cookie.SameSite::attributeValue).to(serializer::setSameSite);
        return serializer;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    /** The page of an error belongs to the address at which it happened. */
    private CookieSerializer of(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String address = failed instanceof String uri ? uri : request.getRequestURI();
        String path = address.substring(request.getContextPath().length());
        return areas.entrySet().stream()
                .filter(area -> path.equals(area.getKey()) || path.startsWith(area.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(inside);
    }
}
