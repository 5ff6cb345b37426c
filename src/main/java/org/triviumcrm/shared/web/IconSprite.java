package org.triviumcrm.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The icons named in {@code icons.txt} as one SVG file, cut from the Tabler icons once at the start. Its name holds a
 * hash of the content, so browsers keep it for good. In templates {@code kit:icon}.
 */
@Controller("icons")
public class IconSprite {

    private static final String FOLDER = "META-INF/resources/webjars/tabler__icons/3.35.0/icons/outline/";
    private static final Pattern DRAWING = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);

    private static final String USE = """
            <svg class="icon" aria-hidden="true" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75" \
            stroke-linecap="round" stroke-linejoin="round"><use href="/icons/%s.svg#%s"></use></svg>""";

    private final byte[] sprite;
    private final Map<String, String> drawn;

    IconSprite() throws IOException {
        Set<String> names = new TreeSet<>(read("icons.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList());
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">");
        for (String name : names) {
            Matcher drawing = DRAWING.matcher(read(FOLDER + name + ".svg"));
            if (!drawing.find()) {
                throw new IllegalStateException("No drawing in icon " + name);
            }
            svg.append("<symbol id=\"")
                    .append(name)
                    .append("\" viewBox=\"0 0 24 24\">")
                    .append(drawing.group(1).replaceAll("\\s*\\R\\s*", ""))
                    .append("</symbol>");
        }
        sprite = svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
        String hash = DigestUtils.md5DigestAsHex(sprite).substring(0, 12);
        drawn = names.stream().collect(Collectors.toMap(name -> name, name -> USE.formatted(hash, name)));
    }

    /** An icon as it stands in a page. */
    public String svg(String name) {
        String svg = drawn.get(name);
        if (svg == null) {
            throw new IllegalArgumentException("Icon " + name + " is not in icons.txt");
        }
        return svg;
    }

    @GetMapping("/icons/{hash:[0-9a-f]{12}}.svg")
    ResponseEntity<byte[]> sprite(@PathVariable String hash) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(sprite);
    }

    private static String read(String path) throws IOException {
        try (InputStream file = new ClassPathResource(path).getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
