package org.triviumcrm;

import java.net.URLClassLoader;

/** Where the packaged jar begins: Trivium, its classes found by {@link PackedClasses}. */
public final class Launch {

    private Launch() {}

    public static void main(String[] args) throws Exception {
        if (Launch.class.getClassLoader() instanceof URLClassLoader packed) {
            PackedClasses classes = new PackedClasses(packed.getURLs(), packed.getParent());
            Thread.currentThread().setContextClassLoader(classes);
            classes.loadClass("org.triviumcrm.Trivium")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } else {
            // the jar was unpacked
            Trivium.main(args);
        }
    }
}
