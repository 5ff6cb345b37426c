# The jar is built in the first stage, or outside: mvn package && docker build --build-arg JAR_FROM=prebuilt .
ARG BUILD_IMAGE=maven:3-eclipse-temurin-25
ARG BASE_IMAGE=eclipse-temurin:25-jre
ARG JAR_FROM=build

FROM ${BUILD_IMAGE} AS build
WORKDIR /source
COPY pom.xml .
COPY src src
RUN mvn -B -q -DskipTests package && mkdir /jar && cp target/trivium-*.jar /jar/trivium.jar

FROM ${BASE_IMAGE} AS prebuilt
COPY target/trivium-*.jar /jar/trivium.jar

FROM ${JAR_FROM} AS jar

# unpacked it starts sooner, and the libraries, which seldom change, are a layer of their own
FROM ${BASE_IMAGE} AS unpacked
COPY --from=jar /jar/trivium.jar trivium.jar
RUN java -Djarmode=tools -jar trivium.jar extract --layers --destination /unpacked

FROM ${BASE_IMAGE}
RUN useradd --system --uid 10001 --home-dir /trivium --create-home trivium \
 && install --directory --owner=trivium --mode=700 /trivium/data
USER trivium
WORKDIR /trivium
COPY --from=unpacked /unpacked/dependencies/ /unpacked/spring-boot-loader/ /unpacked/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/application/ ./
ENV JAVA_TOOL_OPTIONS="-Xmx512m -XX:+UseSerialGC"
# started once while the image is built, so that it starts in half the time; a Java older than 25 knows no such option
COPY src/main/shell/archive-classes.sh .
RUN bash archive-classes.sh . || echo "No archive of classes: the image starts without it"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.1 200' <&3"]
ENTRYPOINT ["java", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:AOTCache=/trivium/trivium.aot", "-jar", "trivium.jar"]
