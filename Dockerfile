# The survey, built and served by nginx on port 8080:
#
#     docker build --build-arg SITE_URL=https://example.org -t survey .
#     docker run -p 8080:8080 survey

FROM node:24-bookworm-slim AS build
WORKDIR /survey
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
ARG SITE_URL=""
ARG BASE_PATH=/
RUN PRECOMPRESS=on OUT_DIR=dist npm run build
# Below the root as in the address; the page for what does not exist also at the root, where nginx looks for it.
RUN mkdir -p "/site/$BASE_PATH" && cp -a dist/. "/site/$BASE_PATH" && cp dist/404.html* /site/

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends nginx-light libnginx-mod-http-brotli-static \
    && rm -rf /var/lib/apt/lists/* /etc/nginx/sites-enabled/default \
    && ln -sf /dev/stdout /var/log/nginx/access.log \
    && ln -sf /dev/stderr /var/log/nginx/error.log
COPY deploy/nginx.conf /etc/nginx/conf.d/survey.conf
COPY --from=build /site /var/www/survey
EXPOSE 8080
STOPSIGNAL SIGQUIT
CMD ["nginx", "-g", "daemon off;"]
